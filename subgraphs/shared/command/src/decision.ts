/** What a pure decision answers. `domain/` may import this file. */

/** Why not: a closed code, and the fields `More` that say it closer: `{ ...refused('PERIOD_INVALID'), problems }`. */
export type Refused<Code extends string, More extends object = object> = More & {
  readonly kind: 'refused'
  readonly code: Code
}

/** What a command does, or why it may not. `Step` is all that has to be written down of it. */
export type Decision<Step extends object, Code extends string, More extends object = object> =
  (Step & { readonly kind: 'accepted' }) | Refused<Code, More>

export const accepted = <Step extends object>(step: Step): Step & { readonly kind: 'accepted' } => ({
  ...step,
  kind: 'accepted',
})

/** Refused by a code, where there is one; else accepted. */
export const acceptedUnless = <Step extends object, Code extends string>(
  code: Code | null,
  step: Step,
): Decision<Step, Code> => (code ? refused(code) : accepted(step))

export const refused = <Code extends string>(code: Code): Refused<Code> => ({ kind: 'refused', code })
