import { vi } from 'vitest'

/** What comes soon, but a busy machine must not fail a test. Milliseconds. */
const PATIENCE = 15_000

const { waitFor } = vi
vi.waitFor = (callback, options) =>
  waitFor(callback, typeof options === 'number' ? options : { timeout: PATIENCE, ...options })
