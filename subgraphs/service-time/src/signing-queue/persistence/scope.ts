import { running, standsInFor } from '@kompetanse/directory'
import { today } from '@kompetanse/directory/day'
import { containing, type GraphContext } from '@kompetanse/graph'
import type { QueueScope } from '@kompetanse/live/queue'
import type { Prisma, QueueTab } from '../../generated/db/client.ts'
import type { PeriodKind } from '../../statement/domain/kinds.ts'

type Where = Prisma.ServicePeriodWhereInput

interface Filter {
  readonly traineeId?: string | null | undefined
  readonly kind?: readonly PeriodKind[] | null | undefined
  /** Words in a name, a place or a position. */
  readonly search?: string | null | undefined
}

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

/** Rows of one tab that fit the filter. */
export function inTab(tab: QueueTab, filter: Filter | null | undefined): Where {
  const { traineeId, kind, search } = filter ?? {}
  const words = containing(search ?? '')
  return {
    status: tab,
    ...(traineeId && { traineeId }),
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
