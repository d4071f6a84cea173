import { brandId } from '@kompetanse/schema/ids'
import { aStatement } from '../../statement/domain/testing.ts'
import type {
  Period,
  PeriodCommand,
  PeriodCommandName,
  PeriodRole,
  PeriodStatus,
  Situation,
} from './period.ts'

export const ADA = brandId<'Person'>('ada')
export const LEADER = brandId<'Person'>('leader')
export const NOW = new Date('2026-10-15T12:00:00Z')

export const ROLES: Record<PeriodRole['kind'], PeriodRole> = {
  TRAINEE: { kind: 'TRAINEE' },
  SIGNER: { kind: 'SIGNER' },
  SIGNERS_DEPUTY: { kind: 'SIGNERS_DEPUTY', leaderId: LEADER },
}

const request = { signerId: LEADER, sentAt: new Date('2026-10-11T08:00:00Z') }
const decided = { byId: LEADER, onBehalfOfId: null, at: new Date('2026-10-12T08:00:00Z') }

const PERIODS: Record<PeriodStatus, Period> = {
  REGISTERED: { status: 'REGISTERED' },
  WAITING: { status: 'WAITING', request },
  REJECTED: { status: 'REJECTED', request, rejection: { ...decided, comment: 'Feil stillingsprosent' } },
  SIGNED: { status: 'SIGNED', request, signature: { ...decided, comment: null, digest: 'old' } },
  REMOVED: { status: 'REMOVED' },
}
export const STATUSES = Object.keys(PERIODS) as PeriodStatus[]
export const aPeriod = (status: PeriodStatus): Period => PERIODS[status]

/** A command with all that it needs. One that has no case here does not compile. */
export function aCommand(name: PeriodCommandName): PeriodCommand {
  switch (name) {
    case 'EDIT':
      return { name, details: aStatement() }
    case 'SEND_FOR_SIGNING':
      return { name, signerId: brandId('another leader') }
    case 'SIGN':
    case 'REJECT':
      return { name, comment: 'Ser bra ut' }
    case 'REMOVE':
      return { name }
  }
}

export const aSituation = (rest: Partial<Situation> = {}): Situation => ({
  ...{
    actorId: LEADER,
    traineeId: ADA,
    roles: [],
    leaders: [LEADER, brandId('another leader')],
    needsSignature: true,
    endsOn: '2026-09-30',
  },
  ...{ now: NOW, today: '2026-10-15', contentDigest: 'digest' },
  ...{ others: [], enterprises: new Map() },
  ...rest,
})
