import type { PeriodRefusal } from '../domain/period.ts'
import type { Problem } from '../domain/problems.ts'

interface Stale {
  readonly kind: 'stale'
  readonly id: string
  readonly expectedVersion: number
  readonly currentVersion: number
}

/** What became of a command; `withdrewSignature` when it took the effect of one away. */
export type CommandOutcome =
  | { readonly kind: 'done'; readonly id: string; readonly withdrewSignature: boolean }
  | { readonly kind: 'refused'; readonly id: string; readonly code: PeriodRefusal }
  /** `id` is null of a period that there is not yet. */
  | { readonly kind: 'invalid'; readonly id: string | null; readonly problems: readonly Problem[] }
  | Stale
  | { readonly kind: 'not-found'; readonly id: string }
