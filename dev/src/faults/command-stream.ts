import { send, sign, type Outcome } from './commands.ts'
import type { Caller, Reply } from './portal.ts'
import type { Activity } from './training.ts'

/** One activity on its way from registered to signed. */
export interface Journey {
  readonly activity: Activity
  /** The version that the last acknowledged answer named. */
  acknowledged: number
  /** Set when a command got no acknowledgement: it may or may not have been carried out. */
  unacknowledged: string | null
}

export interface CommandStream {
  readonly journeys: readonly Journey[]
  /** Resolves when so many commands have been acknowledged. */
  acknowledged(count: number): Promise<void>
  /** Resumes the journeys that the fault interrupted, with the activities that are left. */
  goOn(): void
  /** Resolves when every activity is signed, or in the state in which a command was not acknowledged. */
  readonly done: Promise<unknown>
}

const AT_ONCE = 16
const SIGNED_VERSION = 4

/** The command that an activity of this version waits for. */
export function nextCommand({ activity, acknowledged: expectedVersion }: Journey, signer: Caller) {
  const { id: activityId, trainee } = activity
  return expectedVersion === 2
    ? send(trainee, { activityId, expectedVersion, signerId: signer.id })
    : sign(signer, { activityId, expectedVersion, comment: 'Gjennomført tilfredsstillende.' })
}

/** Sends every activity and signs it, many at once. Each command is given once, whatever becomes of it. */
export function startCommands(activities: readonly Activity[], signer: Caller): CommandStream {
  const journeys = activities.map((activity): Journey => ({
    activity,
    acknowledged: 2,
    unacknowledged: null,
  }))
  const left = [...journeys]
  const recovered = Promise.withResolvers<void>()
  const waiting: { readonly count: number; readonly resolve: () => void }[] = []
  let count = 0

  async function travel(journey: Journey) {
    while (journey.acknowledged < SIGNED_VERSION && journey.unacknowledged === null) {
      take(journey, await nextCommand(journey, signer))
      count += journey.unacknowledged === null ? 1 : 0
      for (const each of waiting) if (count >= each.count) each.resolve()
    }
  }
  async function worker() {
    for (let journey = left.shift(); journey; journey = left.shift()) {
      await travel(journey)
      if (journey.unacknowledged !== null) await recovered.promise
    }
  }
  return {
    journeys,
    acknowledged: (wanted) => new Promise((resolve) => waiting.push({ count: wanted, resolve })),
    goOn: () => recovered.resolve(),
    done: Promise.all(Array.from({ length: AT_ONCE }, worker)),
  }
}

function take(journey: Journey, reply: Reply<{ readonly outcome: Outcome }>) {
  if (reply.kind === 'failed') journey.unacknowledged = reply.code
  else if (reply.data.outcome.activity) journey.acknowledged = reply.data.outcome.activity.version
  else throw new Error(`a command ended in ${JSON.stringify(reply.data.outcome)}`)
}
