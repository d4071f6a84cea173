import type { Lines } from './changed.ts'
import { filesOf, TARGETS, type Target } from './targets.ts'

/** What is tried of a target: its files, or lines of them, as Stryker has them. */
export interface Part {
  readonly target: Target
  readonly mutate: readonly string[]
}

const isBelow = (path: string) => (file: string) => file === path || file.startsWith(`${path}/`)

const partsOf = (mutateOf: (file: string) => readonly string[]): Part[] =>
  TARGETS.map((target) => ({ target, mutate: filesOf(target).flatMap(mutateOf) })).filter(
    ({ mutate }) => mutate.length > 0,
  )

/** All, or what is at or below some paths. */
export function scopeOfPaths(paths: readonly string[]): Part[] {
  const below = paths.map((path) => isBelow(path.replace(/^\.\/|\/$/g, '')))
  return partsOf((file) => (paths.length === 0 || below.some((is) => is(file)) ? [file] : []))
}

/** What a change touched. */
export const scopeOfChange = (lines: readonly Lines[]): Part[] =>
  partsOf((file) => lines.filter((each) => each.file === file).map(({ from, to }) => `${file}:${from}-${to}`))
