interface Step<State> {
  /** As the step found it. */
  readonly row: { readonly id: string; readonly version: number }
  readonly next: State
}

/** All steps that a row takes at once, as one: from which version, how many, and what the last leaves. */
export interface WholeStep<State> {
  readonly id: string
  readonly version: number
  readonly steps: number
  readonly next: State
}

/** Each row once, whatever steps it takes; the steps of a row come in their order. */
export function wholeSteps<State>(steps: readonly Step<State>[]): WholeStep<State>[] {
  const whole = new Map<string, WholeStep<State>>()
  for (const { row, next } of steps) {
    const before = whole.get(row.id) ?? { id: row.id, version: row.version, steps: 0 }
    whole.set(row.id, { ...before, steps: before.steps + 1, next })
  }
  return [...whole.values()]
}
