// An opened message stays in mind, fading by half in its half-life, and attracts on every visit:
// w times what is left of all of them (goodwill of Nerlove & Arrow 1962, Economica 29:129–142; adstock
// of Broadbent 1979; the decay is the model's, weights are assumptions). It is part of what attracts,
// so it saturates and stays below the ceiling. Off switch: `adstock`.

extension ReactionModel {
  /// Utility of opened messages still in mind.
  func adstockAttraction(_ stimulus: Stimulus) -> Double {
    fatigue.adstockWeight * stimulus.adstock
  }
}
