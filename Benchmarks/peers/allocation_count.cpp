// Counts calls of malloc, calloc, realloc and aligned allocation in the program that it is loaded into
// (LD_PRELOAD), and writes the count to the file that ALLOCATION_COUNT_FILE names when it ends.

#include <atomic>
#include <cstdio>
#include <cstdlib>

extern "C" {
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);
}

static std::atomic<unsigned long long> calls;

extern "C" {
void *malloc(size_t size) { calls.fetch_add(1, std::memory_order_relaxed); return __libc_malloc(size); }
void *calloc(size_t count, size_t size) {
  calls.fetch_add(1, std::memory_order_relaxed);
  return __libc_calloc(count, size);
}
void *realloc(void *old, size_t size) {
  calls.fetch_add(1, std::memory_order_relaxed);
  return __libc_realloc(old, size);
}
int posix_memalign(void **result, size_t alignment, size_t size) {
  calls.fetch_add(1, std::memory_order_relaxed);
  *result = __libc_memalign(alignment, size);
  return *result ? 0 : 12;
}
void *aligned_alloc(size_t alignment, size_t size) {
  calls.fetch_add(1, std::memory_order_relaxed);
  return __libc_memalign(alignment, size);
}
}

__attribute__((destructor)) static void report() {
  const char *path = std::getenv("ALLOCATION_COUNT_FILE");
  if (!path) return;
  unsigned long long seen = calls.load();
  if (FILE *file = std::fopen(path, "w")) {
    std::fprintf(file, "%llu\n", seen);
    std::fclose(file);
  }
}
