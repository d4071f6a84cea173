import { type InTurn, type Outcome, Runner } from '#lib/command/index.ts'

export type GoalMode = 'idle' | 'rejecting' | 'revoking'

/** One person's work with one goal: what is being written, and the one command that may be under way. */
export class GoalWork {
  mode = $state<GoalMode>('idle')
  comment = $state('')
  /** A comment is required and was not written. */
  missing = $state<string>()
  readonly #command: Runner<'comment' | 'version'>

  constructor(turn: InTurn) {
    // A STALE_VERSION has a notice of its own, with a button to read the goal again.
    this.#command = new Runner({
      turn,
      fields: { comment: ['COMMENT_REQUIRED'], version: ['STALE_VERSION'] },
    })
  }

  /** Which command is under way; its button waits, and no other can be pressed. */
  get busy(): string | undefined {
    return this.#command.running
  }

  /** After a STALE_VERSION: the goal has to be read again before it can be decided on. */
  get stale(): boolean {
    return this.#command.at('version') !== undefined
  }

  get commentError(): string | undefined {
    return this.missing ?? this.#command.at('comment')
  }

  get refused(): string | undefined {
    return this.#command.rest
  }

  /** Performs one command. What was typed is kept unless it succeeded. @returns whether it did */
  async perform(name: string, command: () => Promise<Outcome>): Promise<boolean> {
    const done = await this.#command.run(command, { name })
    if (done) this.reset()
    return Boolean(done)
  }

  reset(): void {
    this.mode = 'idle'
    this.comment = ''
    this.missing = undefined
    this.#command.forget()
  }

  /** After the goal was read again: clears the refusal and keeps the input. */
  readAgain(): void {
    this.#command.forget()
  }
}
