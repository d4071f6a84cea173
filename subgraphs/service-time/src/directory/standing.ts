import { standings } from '@kompetanse/directory'
import { database } from '../database.ts'

/** What the actor is to a trainee today, gathered over all rows of a request. */
export const standingTo = standings(database)
