import { m } from '#lib/paraglide/messages.js'

/** A warning for a file that no scanner has found harmless; undefined when one has. */
export const scanText = (scan: string): string | undefined => {
  if (scan === 'CLEAN') return undefined
  if (scan === 'NOT_SCANNED') return m.files_not_scanned()
  return scan === 'PENDING' ? m.files_scanning() : m.files_refused()
}
