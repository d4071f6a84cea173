import { commandMutations, mutations } from '@kompetanse/command'
import { builder, NotFound, StaleVersion, type Types } from '../builder.ts'

export const mutation = mutations(builder)
export const mutationsOn = commandMutations(mutation, { NotFound, StaleVersion })

export type InputBuilder = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>
