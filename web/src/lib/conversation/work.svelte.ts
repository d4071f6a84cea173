import { conversationRefusalText } from './refusal.ts'

type Outcome = { __typename: string; code?: string }

/** One command at a time from one form or row of buttons, and why the last one was refused. */
export class Work {
  busy = $state(false)
  refused = $state<string>()
  /** The refusal's code, for the field that it belongs to. */
  code = $state<string>()

  /** @returns the outcome when it was done, undefined when it was refused */
  async perform<Done extends Outcome>(command: () => Promise<Done>): Promise<Done | undefined> {
    if (this.busy) return undefined
    this.busy = true
    this.refused = this.code = undefined
    const outcome = await command()
    this.busy = false
    if (outcome.__typename.endsWith('Success')) return outcome
    this.refused = conversationRefusalText(outcome)
    this.code = outcome.code ?? outcome.__typename
    return undefined
  }
}
