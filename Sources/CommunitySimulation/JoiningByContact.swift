internal import MemberBehavior
internal import MemberPopulation
internal import Randomness
internal import Timeline

/// Joining by oneself and by contact, where the scenario has contacts.
extension ArmRun {
  /// Begins with who is a member at the start of the horizon: before it nobody joins by contact.
  mutating func beginContacts() {
    guard let model = plan.contacts else { return }
    contacts = ContactPressure(
      model, graph: contactGraph, people: people, isEnrolled: lives.map(\.isMember),
      from: plan.horizon.start.index, draws: draws)
  }

  /// Somebody comes to the market, or joins unless the customer life has ended.
  mutating func meetContact() {
    guard let person = contacts.takeNext() else { return }
    endLifeIfDue(of: person, at: now)
    guard lives[person].isLive, !lives[person].isMember else { return }
    join(person, at: Minute(index: now))
  }
}
