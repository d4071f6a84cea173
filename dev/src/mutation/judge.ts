import type { Mutant } from './mutants.ts'

/** A change that nothing notices, and why that cannot matter. */
export interface Explained {
  readonly file: string
  readonly line: string
  readonly becomes: string
  readonly why: string
}

export interface Verdict {
  readonly mutants: number
  readonly noticed: number
  readonly survivors: readonly Mutant[]
  /** The survivors without an explanation. */
  readonly unexplained: readonly Mutant[]
  /** Whether that is enough. */
  readonly holds: boolean
}

const isAbout = (mutant: Mutant) => (one: Explained) =>
  one.file === mutant.file && one.line === mutant.line && one.becomes === mutant.becomes

/** The verdict on the mutants of one target. Every survivor must be explained. */
export function judge(mutants: readonly Mutant[], explained: readonly Explained[]): Verdict {
  const survivors = mutants.filter(({ noticed }) => !noticed)
  const unexplained = survivors.filter((mutant) => !explained.some(isAbout(mutant)))
  const noticed = mutants.length - survivors.length
  return { mutants: mutants.length, noticed, survivors, unexplained, holds: unexplained.length === 0 }
}
