// The parts of the GNU Scientific Library (2.7.1) that NumericalMethods wraps; nothing else may
// include this header.
#ifndef CGSL_SHIM_H
#define CGSL_SHIM_H

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_hyperg.h>
#include <gsl/gsl_sf_psi.h>
#include <gsl/gsl_vector.h>

// The library's table of minimizers is mutable to the compiler; these are its two entries.
static inline const gsl_multimin_fdfminimizer_type *incentive_gsl_bfgs2(void) {
  return gsl_multimin_fdfminimizer_vector_bfgs2;
}
static inline const gsl_multimin_fminimizer_type *incentive_gsl_nmsimplex2(void) {
  return gsl_multimin_fminimizer_nmsimplex2;
}

#endif
