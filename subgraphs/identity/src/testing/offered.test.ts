import { offeredTests, type Offering } from '@kompetanse/command/testing'
import { brandId } from '@kompetanse/schema/ids'
import { RELATION_KINDS, ROLES, type RelationKind } from '@kompetanse/schema/roles'
import type { Authority } from '../authority/domain/authority.ts'
import {
  decideEndOfDeputyship,
  availableCommands as deputyshipCommands,
  type Deputyship,
} from '../deputyship/domain/deputyship.ts'
import {
  decideEnd,
  decideRegistration,
  availableCommands as relationCommands,
  availableTraineeCommands,
  type Relation,
} from '../relation/domain/relation.ts'
import { authority, TODAY, trainee } from '../relation/domain/testing.ts'
import {
  decideRevocation,
  availableCommands as grantCommands,
  type Scope,
} from '../role-grant/domain/grant.ts'
import { schema } from '../schema.ts'

/** One of each: what somebody is to the trainee, and each office in the trainee's place. */
const WHO: readonly (readonly [string, Authority])[] = [
  ...['trainee', 'leader', 'holder', 'deputy', 'stranger'].map((id) => [id, authority(id)] as const),
  ['who stands in for the leader', authority('standIn', { leadsAs: new Set([brandId<'Person'>('leader')]) })],
  ...ROLES.map((role) => {
    const regionCode = role === 'REGIONAL_ADMIN' ? trainee.regionCode : null
    const enterpriseId = role === 'LOCAL_ADMIN' ? trainee.enterpriseId : null
    return [role, authority('office', { grants: [{ role, regionCode, enterpriseId }] })] as const
  }),
]

const DAYS = {
  running: { validFrom: '2025-01-01', validTo: '2027-12-31', cancelled: false },
  over: { validFrom: '2025-01-01', validTo: '2026-10-14', cancelled: false },
  cancelled: { validFrom: TODAY, validTo: '2027-12-31', cancelled: true },
}
const periods = Object.entries(DAYS)

const relations: Offering<'END'> = {
  mutations: { END: ['endRelation'] },
  offers: RELATION_KINDS.flatMap((kind) =>
    periods.flatMap(([state, days]) =>
      WHO.map(([who, by]) => {
        const relation: Relation = {
          id: brandId('r'),
          kind,
          personId: brandId('holder'),
          ...days,
        }
        const situation = { authority: by, trainee, today: TODAY }
        return {
          name: `${kind}, ${state}, ${who}`,
          offered: relationCommands(relation, situation),
          accepts: () => decideEnd(relation, null, situation).kind === 'accepted',
        }
      }),
    ),
  ),
}

const deputyships: Offering<'END'> = {
  mutations: { END: ['endDeputyship'] },
  offers: periods.flatMap(([state, days]) =>
    WHO.map(([who, by]) => {
      const parts = { leaderId: brandId<'Person'>('leader'), deputyId: brandId<'Person'>('deputy') }
      const rest = { id: brandId<'Deputyship'>('d'), unitId: brandId<'Unit'>('u'), version: 1 }
      const deputyship: Deputyship = { ...parts, ...rest, ...days }
      const situation = { authority: by, place: trainee, today: TODAY }
      return {
        name: `${state}, ${who}`,
        offered: deputyshipCommands(deputyship, situation),
        accepts: () => decideEndOfDeputyship(deputyship, null, situation).kind === 'accepted',
      }
    }),
  ),
}

const SCOPES: readonly Scope[] = ROLES.map((role) => ({
  role,
  regionCode: role === 'REGIONAL_ADMIN' ? trainee.regionCode : null,
  enterprise: role === 'LOCAL_ADMIN' ? { id: trainee.enterpriseId, regionCode: trainee.regionCode } : null,
}))

const grants: Offering<'REVOKE'> = {
  mutations: { REVOKE: ['revokeRole'] },
  offers: SCOPES.flatMap((scope) =>
    periods.flatMap(([state, { validTo, cancelled: revoked }]) =>
      WHO.map(([who, by]) => {
        const grant = {
          id: brandId<'RoleGrant'>('g'),
          personId: brandId<'Person'>('holder'),
          validTo,
          revoked,
        }
        const situation = { scope, authority: by, today: TODAY }
        return {
          name: `${scope.role}, ${state}, ${who}`,
          offered: grantCommands(grant, situation),
          accepts: () => decideRevocation(grant, situation).kind === 'accepted',
        }
      }),
    ),
  ),
}

type Registering = `REGISTER_${RelationKind}`
const registrations: Offering<Registering> = {
  mutations: {
    REGISTER_LEADER: ['registerLeader'],
    REGISTER_MENTOR: ['registerMentor'],
    REGISTER_SUPERVISOR: ['registerSupervisor'],
  },
  offers: WHO.map(([who, by]) => ({
    name: who,
    offered: availableTraineeCommands(by, trainee),
    accepts: (command) => {
      const kind = command.replace('REGISTER_', '') as RelationKind
      const person = { id: brandId<'Person'>('new'), active: true, isTrainee: false }
      const registration = { kind, trainee, person, validFrom: TODAY, relations: [] }
      return decideRegistration(registration, { authority: by, today: TODAY }).kind === 'accepted'
    },
  })),
}

offeredTests(schema, {
  TrainingRelation: relations,
  Deputyship: deputyships,
  RoleGrant: grants,
  Trainee: registrations,
})
