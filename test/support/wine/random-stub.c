/* Wine 8 lacks this one library, which Bun asks for random bytes. */
#include <stddef.h>

__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *buffer, unsigned long bytes);

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *buffer, size_t bytes)
{
  return SystemFunction036(buffer, (unsigned long)bytes);
}
