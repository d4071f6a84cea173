import type { Refusal } from './outcome.ts'

/** The outcome of the last command, as the page shows it. */
export type Receipt = { readonly kind: 'success' | 'danger'; readonly text: string }

export type CommandState =
  | { readonly kind: 'idle' }
  /** `former`: the receipt of the command before, which is shown until there is an answer. */
  | { readonly kind: 'running'; readonly name: string; readonly former: Receipt | undefined }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly words: string }
  | { readonly kind: 'done'; readonly words: string | undefined }

export type CommandStep =
  | { readonly type: 'begin'; readonly name: string }
  | { readonly type: 'refuse'; readonly refusal: Refusal; readonly words: string }
  /** The command succeeded; `words` are its receipt, if it has one. */
  | { readonly type: 'finish'; readonly words: string | undefined }
  /** The receipt of something done elsewhere, such as in a dialog. */
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
