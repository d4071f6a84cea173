import type { InTurn } from './in-turn.ts'
import { type Done, type Outcome, type Refusal, refusalOf } from './outcome.ts'
import { type CommandState, type CommandStep, idle, next, type Receipt, receiptOf } from './state.ts'
import { type RefusalCode, refusalWords } from './words.ts'

type Options<Field extends string> = {
  /** Reads the page's data anew; called after a STALE_VERSION. */
  refresh?: () => void
  /**
   * Reads it anew after every answer, where what the answer holds is not all that the page shows. A success is told
   * once it is read, and the buttons wait until then: what they stand at is what was before.
   */
  renew?: () => Promise<void>
  /** Delays a command until earlier work on the same thing has finished, such as the upload of a file. */
  turn?: InTurn
  /**
   * After a STALE_VERSION the words for a form advise to open it anew; those for a page do not, since it redraws
   * itself.
   */
  inForm?: boolean
  /** The refusals that are shown at a field, where they can be corrected. */
  fields?: Readonly<Record<Field, readonly RefusalCode[]>>
}

type CommandLabel = {
  /** Identifies the button among several, so that only that one shows that it is busy. */
  name?: string
  /** The receipt when the command succeeds; without it there is none. */
  done?: string
}

const atOnce: InTurn = (work) => work()

/**
 * Runs the commands of one form or row of buttons, one at a time: a press while one is under way is dropped,
 * so a double click is one. A refusal or a network fault becomes a message, and the form's input is kept.
 * @example const work = new Runner({ refresh: () => goalAnswer.refresh() })
 * const done = await work.run(() => goalCommands.approve(input)); if (done) …
 */
export class Runner<Field extends string = never> {
  #state = $state.raw<CommandState>(idle)
  readonly #options: Options<Field>

  constructor(options: Options<Field> = {}) {
    this.#options = options
  }

  get busy(): boolean {
    return this.#state.kind === 'running'
  }

  /** The name of the command that is under way. */
  get running(): string | undefined {
    return this.#state.kind === 'running' ? this.#state.name : undefined
  }

  /** Why the last one was not done, in words. */
  get refused(): string | undefined {
    return this.#state.kind === 'refused' ? this.#state.words : undefined
  }

  get code(): string | undefined {
    return this.#state.kind === 'refused' ? this.#state.refusal.code : undefined
  }

  /** The outcome of the last command, for the page to show. */
  get receipt(): Receipt | undefined {
    return receiptOf(this.#state)
  }

  /** The refusal's message when it belongs to this field. */
  at(field: Field): string | undefined {
    return this.#field === field ? this.refused : undefined
  }

  /** The refusal's message when it belongs to no field. */
  get rest(): string | undefined {
    return this.#field === undefined ? this.refused : undefined
  }

  /** @returns the answer when it succeeded; undefined when it was refused, or dropped since another is under way */
  async run<Command extends () => Promise<Outcome>>(
    command: Command,
    { name = '', done }: CommandLabel = {},
  ): Promise<Done<Awaited<ReturnType<Command>>> | undefined> {
    if (this.busy) return undefined
    this.#step({ type: 'begin', name })
    const answer = await this.#ask(command)
    const refusal = refusalOf(answer)
    if (refusal) return this.#refuse(refusal)
    try {
      await this.#options.renew?.()
    } finally {
      this.#step({ type: 'finish', words: done })
    }
    return answer as Done<Awaited<ReturnType<Command>>>
  }

  /** Shows a receipt of something done elsewhere, in a dialog for instance. */
  say(words: string): void {
    this.#step({ type: 'tell', words })
  }

  forget(): void {
    this.#step({ type: 'forget' })
  }

  /** After an unexpected failure of a command no button stays busy. */
  async #ask(command: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return await (this.#options.turn ?? atOnce)(command)
    } catch (error) {
      this.#refuse({ by: 'Unreachable', code: 'UNREACHABLE' })
      throw error
    }
  }

  get #field(): string | undefined {
    const fields = Object.entries<readonly string[]>(this.#options.fields ?? {})
    return fields.find(([, codes]) => codes.includes(this.code ?? ''))?.[0]
  }

  #refuse(refusal: Refusal): undefined {
    const { refresh, renew, inForm } = this.#options
    this.#step({ type: 'refuse', refusal, words: refusalWords(refusal, inForm ? 'form' : 'page') })
    // Somebody else changed it first: redraw its current state beside the message.
    if (refusal.code === 'STALE_VERSION') refresh?.()
    void renew?.()
  }

  #step(step: CommandStep): void {
    this.#state = next(this.#state, step)
  }
}
