/** Fills an empty database with the demo organisation and its people. Run again it changes nothing. */
import { required } from '@kompetanse/graph'
import { connect } from '../connect.ts'
import { seed } from './seed.ts'

const { close } = await connect(required('DATABASE_URL'))
const count = await seed(new Date())
process.stdout.write(`${JSON.stringify({ seeded: 'identity', ...count })}\n`)
await close()
