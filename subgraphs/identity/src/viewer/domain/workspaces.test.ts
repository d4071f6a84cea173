import { describe, expect, test } from 'vitest'
import {
  trainingRolesOf,
  workspacesOf,
  type Standing,
  type TrainingRole,
  type Workspace,
} from './workspaces.ts'

const nobody: Standing = {
  trainee: false,
  leader: false,
  mentor: false,
  supervisor: false,
  deputy: false,
  roles: [],
}

// prettier-ignore
const TABLE: [string, Partial<Standing>, TrainingRole[], Workspace[]][] = [
  ['F003 somebody without relations', {},                    [],             []],
  ['F003 a trainee',                  { trainee: true },     ['TRAINEE'],    ['OWN_TRAINING']],
  ['F057 a mentor',                   { mentor: true },      ['MENTOR'],     ['MY_MENTEES', 'SIGNING']],
  ['F063 a supervisor',               { supervisor: true },  ['SUPERVISOR'], ['SIGNING']],
  ['F003 a leader',                   { leader: true },      ['LEADER'],     ['SIGNING', 'APPROVAL', 'EMPLOYEE_FOLLOW_UP']],
  ['F012 a deputy',                   { deputy: true },      [],             ['SIGNING', 'APPROVAL', 'EMPLOYEE_FOLLOW_UP']],
  ['F026 a local administrator',      { roles: ['LOCAL_ADMIN'] },    [], ['ADMINISTRATION']],
  ['F026 a regional administrator',   { roles: ['REGIONAL_ADMIN'] }, [], ['ADMINISTRATION']],
  ['F026 the Directorate',            { roles: ['DIRECTORATE'] },    [], ['ADMINISTRATION']],
  ['F026 support',                    { roles: ['SUPPORT'] },        [], ['SUPPORT']],
  ['F003 several at once', { trainee: true, supervisor: true, roles: ['SUPPORT'] },
    ['TRAINEE', 'SUPERVISOR'], ['OWN_TRAINING', 'SIGNING', 'SUPPORT']],
]

describe('what a person is decides the tabs', () => {
  test.each(TABLE)('%s', (_name, standing, roles, workspaces) => {
    expect(trainingRolesOf({ ...nobody, ...standing })).toEqual(roles)
    expect(workspacesOf({ ...nobody, ...standing })).toEqual(workspaces)
  })
})
