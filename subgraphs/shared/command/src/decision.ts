/** What a pure decision answers. `domain/` may import this file. */

export interface Refused<Code extends string> {
  readonly kind: 'refused'
  readonly code: Code
}

/** What a command does, or why it may not. `Step` is all that has to be written down of it. */
export type Decision<Step extends object, Code extends string> =
  (Step & { readonly kind: 'accepted' }) | Refused<Code>

export const accepted = <Step extends object>(step: Step): Step & { readonly kind: 'accepted' } => ({
  ...step,
  kind: 'accepted',
})

export const refused = <Code extends string>(code: Code): Refused<Code> => ({ kind: 'refused', code })
