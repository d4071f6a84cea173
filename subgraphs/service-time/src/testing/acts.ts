import { commandOf } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { NOON, type TestGraph } from './graph.ts'

/** What a command answers, as the tests ask for it. */
export interface Answer {
  readonly __typename: string
  readonly code?: string
  readonly problems?: readonly { code: string; part: string; index: number | null; occursOn: string | null }[]
  readonly withdrewSignature?: boolean
  readonly currentVersion?: number
  readonly servicePeriod?: PeriodData
  /** Of a refusal: the present period. */
  readonly current?: PeriodData | null
}

export interface PeriodData {
  readonly id: string
  readonly status: string
  readonly version: number
  readonly availableCommands: readonly string[]
}

const PERIOD = 'id status version availableCommands'

/** A period as the form states it; `rest` says what is not as usual. */
export const stated = (rest: object = {}) => ({
  ...{
    kind: 'OPEN_UNSELECTED_PRACTICE',
    place: { name: 'Nordvåg legesenter' },
    position: 'Fastlege',
    fte: 1,
  },
  ...{ startsOn: '2026-05-01', endsOn: '2026-09-30', absences: [], unsupervisedPeriods: [] },
  ...rest,
})

/** `const { register, act, sent, version } = acts(graph)` */
export function acts(graph: TestGraph) {
  async function act(actor: Actor, command: string, input: object, now = NOON): Promise<Answer> {
    const removed = command === 'removeServicePeriod'
    const success = removed ? 'withdrewSignature' : `servicePeriod { ${PERIOD} }`
    const edited = command === 'editServicePeriod' ? 'withdrewSignature' : ''
    const stale = command === 'registerServicePeriod' ? '' : '... on StaleVersion { currentVersion }'
    const refused = `... on ServicePeriodRefused { code problems { code part index occursOn } current { ${PERIOD} } }`
    const document = commandOf(command, `${success} ${edited}`, `${refused} ${stale}`)
    return (await graph.ask<{ answer: Answer }>(actor, document, { input }, now)).answer
  }

  const register = (trainee: Actor, rest: object = {}, now = NOON) =>
    act(trainee, 'registerServicePeriod', { traineeId: trainee.personId, details: stated(rest) }, now)

  async function registered(trainee: Actor, rest: object = {}): Promise<PeriodData> {
    const { servicePeriod, ...answer } = await register(trainee, rest)
    if (!servicePeriod) throw new Error(`not registered: ${JSON.stringify(answer)}`)
    return servicePeriod
  }

  const command = (actor: Actor, name: string, { id, version }: PeriodData, rest: object = {}) =>
    act(actor, name, { servicePeriodId: id, expectedVersion: version, ...rest })

  async function sent(trainee: Actor, signer: Actor, rest: object = {}): Promise<PeriodData> {
    const period = await registered(trainee, rest)
    const { servicePeriod, code } = await command(trainee, 'sendServicePeriodForSigning', period, {
      signerId: signer.personId,
    })
    if (!servicePeriod || code) throw new Error(`not sent: ${code}`)
    return servicePeriod
  }

  async function signed(trainee: Actor, signer: Actor, rest: object = {}): Promise<PeriodData> {
    const { servicePeriod } = await command(signer, 'signServicePeriod', await sent(trainee, signer, rest))
    if (servicePeriod?.status !== 'SIGNED') throw new Error('not signed')
    return servicePeriod
  }

  return { act, register, registered, command, sent, signed }
}
