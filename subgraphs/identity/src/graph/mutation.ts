import { mutations } from '@kompetanse/command'
import { builder } from '../builder.ts'

export const mutation = mutations(builder)
