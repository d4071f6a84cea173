/** What is known of a file: that a scanner found nothing in it, that it found something, or that none has looked. */
export type ScanResult = 'CLEAN' | 'INFECTED' | 'NOT_SCANNED'

/** Looks for malware in a file on this disk. Throws when it cannot tell; then the file is not taken. */
export interface VirusScanner {
  scan(path: string): Promise<ScanResult>
  /** What a file must be known to be before others are given it. */
  readonly enough: readonly ScanResult[]
}

/** Where there is none: for trying the portal out, never in production. */
export const noScanner: VirusScanner = {
  scan: () => Promise.resolve('NOT_SCANNED'),
  enough: ['CLEAN', 'NOT_SCANNED'],
}
