import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '@kompetanse/schema/roles'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { EnterpriseKind } from '../organisation/domain/codes.ts'
import type { TrainingPart } from '../trainee/domain/trainee.ts'

/** One synthetic person. Relations are given from the trainee's side; all ids are fixed. */
export interface DemoPerson {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly unitId: string | null
  readonly trainee?: {
    readonly trackCode: string
    readonly trackName: string
    readonly part: TrainingPart
    readonly position: string
    readonly fte: number
    readonly startedOn: string
    readonly leaderId: string
    readonly mentorId: string | null
    readonly supervisorIds: readonly string[]
  }
  readonly deputyForId?: string
  readonly grant?: {
    readonly role: Role
    readonly regionCode: RegionCode | null
    readonly enterpriseId: string | null
  }
}

export interface DemoOrganisation {
  readonly regions: readonly { readonly code: RegionCode; readonly name: string }[]
  readonly enterprises: readonly {
    readonly id: string
    readonly name: string
    readonly kind: EnterpriseKind
    readonly regionCode: RegionCode
  }[]
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly enterpriseId: string
    readonly parentId: string | null
  }[]
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, `demo-${name}.json`), 'utf8'))

export const demoPersons = () => read('persons') as readonly DemoPerson[]
export const demoOrganisation = () => read('organisation') as DemoOrganisation
