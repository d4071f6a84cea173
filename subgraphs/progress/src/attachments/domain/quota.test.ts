import { describe, expect, it } from 'vitest'
import { fitsQuota } from './quota.ts'

const MB = 1024 * 1024

describe('F007 how much a person may leave lying about', () => {
  it.each([
    [{ files: 0, bytes: 0 }, 25 * MB, true],
    [{ files: 49, bytes: 49 }, 1, true],
    [{ files: 50, bytes: 50 }, 1, false],
    [{ files: 20, bytes: 475 * MB }, 25 * MB, true],
    [{ files: 20, bytes: 475 * MB }, 25 * MB + 1, false],
  ])('%o and a file of %d bytes: %s', (loose, byteSize, fits) => {
    expect(fitsQuota(loose, byteSize)).toBe(fits)
  })
})
