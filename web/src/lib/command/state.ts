import type { Refusal } from './outcome.ts'

/** What the last command came to, in the slot where the page says so. */
export type Receipt = { readonly kind: 'success' | 'danger'; readonly text: string }

export type CommandState =
  | { readonly kind: 'idle' }
  /** `former`: what was said before, which stands until there is an answer. */
  | { readonly kind: 'running'; readonly name: string; readonly former: Receipt | undefined }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly words: string }
  | { readonly kind: 'done'; readonly words: string | undefined }

export type CommandStep =
  | { readonly type: 'begin'; readonly name: string }
  | { readonly type: 'refuse'; readonly refusal: Refusal; readonly words: string }
  /** It was done; `words` say what, when that is to be said. */
  | { readonly type: 'finish'; readonly words: string | undefined }
  /** Something was done elsewhere, in a dialog for instance, and is said here. */
  | { readonly type: 'tell'; readonly words: string }
  | { readonly type: 'forget' }

export const idle: CommandState = { kind: 'idle' }

export const receiptOf = (state: CommandState): Receipt | undefined => {
  if (state.kind === 'running') return state.former
  if (state.kind === 'refused') return { kind: 'danger', text: state.words }
  return state.kind === 'done' && state.words ? { kind: 'success', text: state.words } : undefined
}

/** The next state. What is under way goes on, whatever else happens, until it is answered; nothing else is. */
export const next = (state: CommandState, step: CommandStep): CommandState => {
  const isRunning = state.kind === 'running'
  switch (step.type) {
    case 'begin':
      return isRunning ? state : { kind: 'running', name: step.name, former: receiptOf(state) }
    case 'refuse':
      return isRunning ? { kind: 'refused', refusal: step.refusal, words: step.words } : state
    case 'finish':
      return isRunning ? { kind: 'done', words: step.words } : state
    case 'tell':
      return isRunning
        ? { ...state, former: { kind: 'success', text: step.words } }
        : { kind: 'done', words: step.words }
    case 'forget':
      return isRunning ? state : idle
  }
}
