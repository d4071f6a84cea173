import { commandMutations, mutations } from '@kompetanse/command'
import { builder, NotFound, StaleVersion } from '../builder.ts'

export const mutation = mutations(builder)
export const mutationsOn = commandMutations(mutation, { NotFound, StaleVersion })
