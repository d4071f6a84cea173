import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Id } from '@kompetanse/schema/ids'
import type { Role } from '@kompetanse/schema/roles'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { EnterpriseKind } from '../organisation/domain/codes.ts'
import type { TrainingPart } from '../trainee/domain/trainee.ts'

/** One synthetic person. Relations are given from the trainee's side; all ids are fixed. */
export interface DemoPerson {
  readonly id: Id<'Person'>
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly unitId: Id<'Unit'> | null
  readonly trainee?: {
    readonly trackCode: string
    readonly trackName: string
    readonly part: TrainingPart
    readonly position: string
    readonly fte: number
    readonly startedOn: string
    readonly leaderId: Id<'Person'>
    readonly mentorId: Id<'Person'> | null
    readonly supervisorIds: readonly Id<'Person'>[]
  }
  readonly deputyForId?: Id<'Person'>
  readonly grant?: {
    readonly role: Role
    readonly regionCode: RegionCode | null
    readonly enterpriseId: Id<'Enterprise'> | null
  }
}

export interface DemoOrganisation {
  readonly regions: readonly { readonly code: RegionCode; readonly name: string }[]
  readonly enterprises: readonly {
    readonly id: Id<'Enterprise'>
    readonly name: string
    readonly kind: EnterpriseKind
    readonly regionCode: RegionCode
  }[]
  readonly units: readonly {
    readonly id: Id<'Unit'>
    readonly name: string
    readonly enterpriseId: Id<'Enterprise'>
    readonly parentId: Id<'Unit'> | null
  }[]
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, `demo-${name}.json`), 'utf8'))

export const demoPersons = () => read('persons') as readonly DemoPerson[]
export const demoOrganisation = () => read('organisation') as DemoOrganisation
