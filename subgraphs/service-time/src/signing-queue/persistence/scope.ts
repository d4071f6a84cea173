import { running, standsInFor } from '@kompetanse/directory'
import { today } from '@kompetanse/directory/day'
import { cleanText, containing, isId, type GraphContext } from '@kompetanse/graph'
import type { QueueScope } from '@kompetanse/live/queue'
import type { Prisma, QueueTab } from '../../generated/db/client.ts'
import type { QueueFilterInput } from '../graphql/inputs.ts'

type Where = Prisma.ServicePeriodWhereInput

/** Whose requests a scope shows. Who was asked keeps it in the own tabs after the decision (F135, F141). */
export function inScope(scope: QueueScope, { actor, now }: GraphContext): Where {
  const { kind, personId } = actor
  if (kind !== 'person') return { id: { in: [] } }
  switch (scope) {
    case 'MINE':
      return { removedAt: null, signerId: personId }
    case 'AS_DEPUTY':
      return { removedAt: null, signer: standsInFor(personId, today(now)) }
    case 'MY_TRAINEES': {
      const led = { kind: 'LEADER' as const, personId, ...running(today(now)) }
      return { removedAt: null, signerId: { not: null }, trainee: { relationsAsTrainee: { some: led } } }
    }
  }
}

/** Rows of one tab that fit the filter; its search reads names, places and positions. */
export function inTab(tab: QueueTab, filter: QueueFilterInput | null | undefined): Where {
  const { traineeId, kind } = filter ?? {}
  const search = cleanText(filter?.search)
  const words = containing(search ?? '')
  return {
    status: tab,
    // What cannot be an id names nothing.
    ...(traineeId && { traineeId: isId(traineeId) ? traineeId : { in: [] } }),
    ...(kind && kind.length > 0 && { kind: { in: [...kind] } }),
    ...(search && {
      OR: [
        { trainee: { displayName: words } },
        { enterpriseName: words },
        { unitName: words },
        { position: words },
      ],
    }),
  }
}
