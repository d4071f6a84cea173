import { codeText, type InTurn, refusalText } from '#lib/training/index.ts'
import type { GoalOutcome } from './commands.ts'

export type GoalMode = 'idle' | 'rejecting' | 'revoking'

/** One person's work with one goal: what is being written, what is under way and what was refused. */
export class GoalWork {
  mode = $state<GoalMode>('idle')
  comment = $state('')
  commentError = $state<string>()
  /** Which command is under way; its button waits, and no other can be pressed. */
  busy = $state<string>()
  /** Somebody else changed the goal: it is to be read again before anything is decided. */
  stale = $state(false)
  refused = $state<string>()
  #turn: InTurn

  constructor(turn: InTurn) {
    this.#turn = turn
  }

  /** Performs one command. What was typed is kept unless it succeeded. @returns whether it did */
  async perform(name: string, command: () => Promise<GoalOutcome>): Promise<boolean> {
    if (this.busy) return false
    this.busy = name
    this.refused = undefined
    const outcome = await this.#turn(command)
    this.busy = undefined
    if (outcome.__typename.endsWith('Success')) {
      this.reset()
      return true
    }
    if (outcome.__typename === 'StaleVersion') this.stale = true
    else if ('code' in outcome && outcome.code === 'COMMENT_REQUIRED')
      this.commentError = codeText(outcome.code)
    else this.refused = refusalText(outcome)
    return false
  }

  reset(): void {
    this.mode = 'idle'
    this.comment = ''
    this.commentError = undefined
    this.stale = false
  }
}
