public import NumericalMethods

/// What the models of spend need to know of one customer: the repeat orders that have an amount.
///
/// The first order is left out, as Fader & Hardie 2013 do: it brings customers into the data, and
/// what is simulated is what they buy after it.
public struct SpendHistory: Sendable, Hashable {
  /// Orders that are averaged: repeat orders, those of nothing included.
  public var orders: Int
  /// The mean of an order, in major units of the currency.
  public var mean: Double
  /// Orders with an amount above zero.
  public var positiveOrders: Int
  /// The sum of the logarithms of the amounts above zero.
  public var logSum: Double
  /// The sum of their squares.
  public var logSquareSum: Double

  /// Creates a history.
  public init(
    orders: Int, mean: Double, positiveOrders: Int = 0, logSum: Double = 0, logSquareSum: Double = 0
  ) {
    self.orders = orders
    self.mean = mean
    self.positiveOrders = positiveOrders
    self.logSum = logSum
    self.logSquareSum = logSquareSum
  }
}

/// A model of how much customers spend, fitted by maximum likelihood.
public struct SpendFit: Sendable {
  /// The estimates in the model's order: p, q, γ; or median, within, between.
  public let estimates: [Estimate]
  /// The covariance of the logarithms of the parameters, if the data tell.
  public let logCovariance: SymmetricMatrix?
  /// The log-likelihood: of customers' means for Gamma-Gamma, of orders for lognormal.
  public let logLikelihood: Double
  /// The log-likelihood of the single orders, by which the two models compare.
  public let orderLogLikelihood: Double
  /// Customers that were looked at.
  public let customerCount: Int
  /// Parameters that ended at the edge of what a population may have, by position.
  public let edges: [Int]

  /// The values of the parameters.
  public var values: [Double] { estimates.map(\.value) }
}
