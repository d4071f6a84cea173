import type { ActorDirectory } from '../actor-directory.ts'
import type { EndedSessions } from '../ended-sessions.ts'
import type { Session } from '../session.ts'
import type { Hearing } from './follow-changes.ts'

export interface Heeding {
  readonly directory: ActorDirectory
  readonly ended: EndedSessions
  /** Rechecks the sessions of these open sockets at once. */
  readonly recheck: (which: (session: Session) => boolean) => void
}

/**
 * Handles each message of identity's stream of changes: drops the cached actor, and rechecks the sessions it concerns.
 */
export function createHearing({ directory, ended, recheck }: Heeding): Hearing {
  return {
    following() {
      directory.setFollowed(true)
      directory.doubt()
      recheck(() => true)
    },
    away() {
      directory.setFollowed(false)
      recheck(() => true)
    },
    change(change) {
      if (change.kind === 'person') {
        directory.forget(change.personId)
        recheck(({ actor }) => actor.personId === change.personId)
      }
      if (change.kind === 'session') {
        ended.add(change.credential, change.until)
        recheck(({ credential }) => credential === change.credential)
      }
    },
  }
}
