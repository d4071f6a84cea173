import type { GuidanceRefusal } from '../domain/entry.ts'

export type EntryOutcome =
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: GuidanceRefusal }
  | { readonly kind: 'stale'; readonly expectedVersion: number; readonly currentVersion: number }
  | { readonly kind: 'not-found'; readonly id: string }
