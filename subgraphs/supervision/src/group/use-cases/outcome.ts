import type { GroupRefusal } from '../domain/group.ts'

export type GroupOutcome =
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: GroupRefusal }
  | { readonly kind: 'stale'; readonly expectedVersion: number; readonly currentVersion: number }
  | { readonly kind: 'not-found'; readonly id: string }

export const refused = (code: GroupRefusal): GroupOutcome => ({ kind: 'refused', code })
