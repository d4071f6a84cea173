import type { InTurn } from './in-turn.ts'
import { type Done, type Outcome, type Refusal, refusalOf } from './outcome.ts'
import { type CommandState, type CommandStep, idle, next, type Receipt, receiptOf } from './state.ts'
import { type RefusalCode, refusalWords } from './words.ts'

type Options<Field extends string> = {
  /** Reads anew what is drawn: asked for when somebody else was first. */
  refresh?: () => void
  /** Lets a command wait for what was begun before it on the same thing, say a file on its way. */
  turn?: InTurn
  /** What is being written is closed and opened anew when somebody else was first; a page just redraws. */
  inForm?: boolean
  /** The reasons that are said at a field, where they are to be put right. */
  fields?: Readonly<Record<Field, readonly RefusalCode[]>>
}

type Told = {
  /** Which of several commands it is, so that the one button waits. */
  name?: string
  /** What was done, when that is to be said. */
  done?: string
}

const atOnce: InTurn = (work) => work()

/**
 * Runs the commands of one form or row of buttons, one at a time: what is pressed while one is under way is dropped,
 * so a double click is one. A refusal and a lost network are told in words, and what was typed is left alone.
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

  /** What the last one came to, either way. */
  get receipt(): Receipt | undefined {
    return receiptOf(this.#state)
  }

  /** The refusal's words when they are to be said at this field. */
  at(field: Field): string | undefined {
    return this.#field === field ? this.refused : undefined
  }

  /** The refusal's words when they belong to no field. */
  get rest(): string | undefined {
    return this.#field === undefined ? this.refused : undefined
  }

  /** @returns the answer when it was done; undefined when it was refused, or dropped since another is under way */
  async run<Command extends () => Promise<Outcome>>(
    command: Command,
    { name = '', done }: Told = {},
  ): Promise<Done<Awaited<ReturnType<Command>>> | undefined> {
    if (this.busy) return undefined
    this.#step({ type: 'begin', name })
    const answer = await this.#ask(command)
    const refusal = refusalOf(answer)
    if (refusal) this.#refuse(refusal)
    else this.#step({ type: 'finish', words: done })
    return refusal ? undefined : (answer as Done<Awaited<ReturnType<Command>>>)
  }

  /** Says what was done elsewhere, in a dialog for instance. */
  say(words: string): void {
    this.#step({ type: 'tell', words })
  }

  forget(): void {
    this.#step({ type: 'forget' })
  }

  /** A command that fails in a way that nobody foresaw leaves no button waiting. */
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

  #refuse(refusal: Refusal): void {
    const { refresh, inForm } = this.#options
    this.#step({ type: 'refuse', refusal, words: refusalWords(refusal, inForm ? 'form' : 'page') })
    // Somebody else was first: show how it stands now, beside the words that say so.
    if (refusal.code === 'STALE_VERSION') refresh?.()
  }

  #step(step: CommandStep): void {
    this.#state = next(this.#state, step)
  }
}
