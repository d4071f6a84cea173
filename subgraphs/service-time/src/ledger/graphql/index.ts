import './trainee.ts'
import './of-period.ts'
