import { startBus, stopBus } from '../bus.ts'
import { database, pool } from '../database.ts'
import { seedCurriculum } from './seed.ts'

await startBus()
await seedCurriculum()
await stopBus()
await database.$disconnect()
await pool.end()
