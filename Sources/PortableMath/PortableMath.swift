/// Elementary functions that return the same bits on every CPU.
///
/// The C library's `exp`, `log` and `pow` may differ by one unit in the last place (ulp) between
/// CPUs, because it selects variants with fused multiply-add at run time. Everything here is built
/// from `+ - * /` and bit operations on IEEE 754 doubles, each of which has exactly one correct
/// result, so whatever can reach a tally may use it.
///
/// The error bounds stated with each function are the largest errors found against 113-bit
/// arithmetic (libquadmath) over the stated number of points; the polynomial coefficients are
/// Chebyshev fits printed by `Tests/PortableMathTests/references.py`.
public enum PortableMath {}
