import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { decideEndOf, type Ended } from '@kompetanse/command/ending'
import { fits, type Candidate } from '@kompetanse/directory/choosing'
import type { Day } from '@kompetanse/calendar/day'
import { endBefore, type Ending, type Period } from '@kompetanse/calendar/ending'
import { overlaps } from '@kompetanse/calendar/period'
import type { Id } from '@kompetanse/schema/ids'
import { RELATION_KINDS, type RelationKind } from '@kompetanse/schema/roles'
import { administers, type Authority } from '../../authority/domain/authority.ts'
import { isFarAhead } from '../../authority/domain/far-ahead.ts'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'
import type { TraineeFacts } from '../../trainee/domain/trainee.ts'

export interface Relation extends Period {
  readonly id: Id<'Relation'>
  readonly kind: RelationKind
  readonly personId: Id<'Person'>
}

export type RelationStanding = 'TRAINEE' | 'LEADER' | 'ADMIN' | 'HOLDER'

/** What is done with a trainee, by the kind of relation that is registered. */
const REGISTERS = {
  LEADER: 'REGISTER_LEADER',
  MENTOR: 'REGISTER_MENTOR',
  SUPERVISOR: 'REGISTER_SUPERVISOR',
} as const satisfies Record<RelationKind, string>
export const TRAINEE_COMMANDS = Object.values(REGISTERS)

/**
 * Who may do what with relations: F045 and F056 let the trainee (or the leader) register the mentor, F062 lets the
 * trainee choose supervisors, F093 lets the leader give a trainee up. Only a leader's side ends a leadership: a
 * trainee is never without a leader by the trainee's own act, but may register the next one. A mentor or supervisor
 * may step down.
 */
export const RELATION_RIGHTS = {
  register: {
    LEADER: ['TRAINEE', 'LEADER', 'ADMIN'],
    MENTOR: ['TRAINEE', 'LEADER', 'ADMIN'],
    SUPERVISOR: ['TRAINEE', 'LEADER', 'ADMIN'],
  },
  end: {
    LEADER: ['LEADER', 'ADMIN'],
    MENTOR: ['TRAINEE', 'LEADER', 'ADMIN', 'HOLDER'],
    SUPERVISOR: ['TRAINEE', 'LEADER', 'ADMIN', 'HOLDER'],
  },
} as const satisfies Record<string, Record<RelationKind, readonly RelationStanding[]>>

/** The actor's relation to a trainee, and to the person who holds the relation in question. */
function standings(authority: Authority, trainee: TraineeFacts, holderId?: Id<'Person'>): RelationStanding[] {
  const result: RelationStanding[] = []
  if (authority.personId === trainee.id) result.push('TRAINEE')
  if (trainee.leaderId !== null && authority.leadsAs.has(trainee.leaderId)) result.push('LEADER')
  if (administers(authority, trainee)) result.push('ADMIN')
  if (authority.personId === holderId) result.push('HOLDER')
  return result
}

export function mayRegister(kind: RelationKind, authority: Authority, trainee: TraineeFacts): boolean {
  const allowed: readonly RelationStanding[] = RELATION_RIGHTS.register[kind]
  return standings(authority, trainee).some((standing) => allowed.includes(standing))
}

/**
 * Whom the actor may not name, though the person would fit: by office alone neither oneself nor, as leader, somebody whom
 * one stands in for. An administrator would read the record without a reason given (B32). The trainee, and who leads
 * them, name by a right of their own.
 */
export function barred(
  kind: RelationKind,
  authority: Authority,
  trainee: TraineeFacts,
): ReadonlySet<Id<'Person'>> {
  if (standings(authority, trainee).some((standing) => standing !== 'ADMIN')) return new Set()
  return kind === 'LEADER' ? authority.leadsAs : new Set([authority.personId])
}

export function mayEnd(relation: Relation, authority: Authority, trainee: TraineeFacts): boolean {
  const allowed: readonly RelationStanding[] = RELATION_RIGHTS.end[relation.kind]
  return standings(authority, trainee, relation.personId).some((standing) => allowed.includes(standing))
}

export interface Registration {
  readonly kind: RelationKind
  readonly trainee: TraineeFacts
  readonly person: Candidate
  readonly validFrom: Day
  /** The trainee's relations of the same kind. */
  readonly relations: readonly Relation[]
}

/** `ends` is the former leader's or mentor's relation. */
export interface Registered {
  readonly ends: { readonly relation: Relation; readonly ending: Ending } | null
}

export function decideRegistration(
  { kind, trainee, person, validFrom, relations }: Registration,
  { authority, today }: { authority: Authority; today: Day },
): Decision<Registered, IdentityRefusal> {
  if (!mayRegister(kind, authority, trainee) || barred(kind, authority, trainee).has(person.id))
    return refused('NOT_PERMITTED')
  if (!fits(kind, person, trainee.id)) return refused('PERSON_NOT_QUALIFIED')
  if (validFrom < trainee.trainingStartedOn || isFarAhead(validFrom, today)) return refused('PERIOD_INVALID')

  const inTheWay = relations.filter(
    (relation) =>
      !relation.cancelled &&
      (kind !== 'SUPERVISOR' || relation.personId === person.id) &&
      overlaps(relation, { validFrom, validTo: null }),
  )
  if (inTheWay.some((relation) => relation.validFrom > validFrom)) return refused('PERIOD_OVERLAPS')
  if (inTheWay.some(({ personId }) => personId === person.id)) return refused('ALREADY_REGISTERED')
  const former = inTheWay[0]
  const ends = former && { relation: former, ending: endBefore(validFrom, former.validFrom) }
  return accepted({ ends: ends ?? null })
}

/** What ending a relation depends on. */
export interface Situation {
  readonly authority: Authority
  readonly trainee: TraineeFacts
  readonly today: Day
}

/** Whether somebody is leader, mentor or supervisor of a trainee no more. */
export const decideEnd = (
  relation: Relation,
  endsOn: Day | null,
  { authority, trainee, today }: Situation,
): Decision<Ended, IdentityRefusal> =>
  decideEndOf(relation, endsOn, { mayEnd: mayEnd(relation, authority, trainee), today })

export const RELATION_COMMANDS = ['END'] as const

/** What this actor can do with a relation now. */
export const availableCommands = (relation: Relation, situation: Situation) =>
  decideEnd(relation, null, situation).kind === 'accepted' ? RELATION_COMMANDS : []

/** Whom this actor may register for a trainee. */
export const availableTraineeCommands = (authority: Authority, trainee: TraineeFacts) =>
  RELATION_KINDS.filter((kind) => mayRegister(kind, authority, trainee)).map((kind) => REGISTERS[kind])
