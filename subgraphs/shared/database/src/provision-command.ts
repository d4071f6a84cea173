/** Prepares the server at DATABASE_URL (a superuser's): database, roles with DATABASE_PASSWORDS, schemas, event bus. */
import { provision } from './embedded/index.ts'

const { DATABASE_URL, DATABASE_PASSWORDS } = process.env
if (!DATABASE_URL || !DATABASE_PASSWORDS) throw new Error('DATABASE_URL and DATABASE_PASSWORDS are needed')
const passwords = JSON.parse(DATABASE_PASSWORDS) as Readonly<Record<string, string>>
await provision({ adminUrl: DATABASE_URL, passwordOf: (role) => passwords[role] })
