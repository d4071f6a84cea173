import type { Actor } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { ROLES } from '@kompetanse/schema/roles'
import { getNamedType } from 'graphql'
import { createApollo } from '../apollo.ts'
import type { Field } from './places.ts'
import { filled } from './plausible.ts'
import type { Sample } from './sample.ts'
import type { Walked } from './walked.ts'

const grants = ROLES.map((role) => ({ role, regionCode: null, enterpriseId: null }))
const NO_PERSONS = (['machine', 'gateway'] as const).map((kind): Actor => ({
  kind,
  personId: brandId<'Person'>(''),
  trainee: false,
  grants,
  regionCode: 'HELSE_VEST',
}))

const served = ({ schema }: Sample) => createApollo({ schema, production: false, drain: {} })

/** Gives every mutation, by the pipeline that serves it, as those who are no persons and have every role. */
export async function eachByMachine(sample: Sample, apollo = served(sample)): Promise<Walked> {
  const { schema } = sample
  const faults: string[] = []
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {})
  for (const field of fields)
    for (const actor of NO_PERSONS) {
      const { body } = await apollo.executeOperation(commandOf(sample, field), {
        contextValue: { actor, now: sample.now },
      })
      const [error] = body.kind === 'single' ? (body.singleResult.errors ?? []) : []
      if (error?.extensions?.['code'] !== 'NOT_PERMITTED')
        faults.push(`${actor.kind}: ${field.name}: ${error?.message ?? 'was executed'}`)
    }
  return { cases: fields.length, faults }
}

function commandOf(sample: Sample, field: Field) {
  const type = getNamedType(field.type)
  const selection = 'getFields' in type || 'getTypes' in type ? ' { __typename }' : ''
  const variables = filled(sample, `Mutation.${field.name}`, field.args)
  const given = field.args.filter(({ name }) => name in variables)
  const declared = given.map(({ name, type: of }) => `$${name}: ${String(of)}`).join(', ')
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ')
  const call = given.length > 0 ? `${field.name}(${passed})` : field.name
  return { query: `mutation ${given.length > 0 ? `(${declared})` : ''} { ${call}${selection} }`, variables }
}
