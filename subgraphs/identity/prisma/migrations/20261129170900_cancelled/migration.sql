-- What was ended before it had counted on any day was told by a last day before the first. It is a state of its own.
ALTER TABLE "training_relation" ADD COLUMN "cancelled_at" TIMESTAMPTZ;
ALTER TABLE "deputyship" ADD COLUMN "cancelled_at" TIMESTAMPTZ;

-- One leader and one mentor that run: what is cancelled does not.
DROP INDEX "relation_one_leader_one_mentor";
DROP INDEX "relation_supervisor_once";
CREATE UNIQUE INDEX "relation_one_leader_one_mentor" ON "training_relation" ("trainee_id", "kind")
    WHERE "valid_to" IS NULL AND "cancelled_at" IS NULL AND "kind" IN ('LEADER', 'MENTOR');
CREATE UNIQUE INDEX "relation_supervisor_once" ON "training_relation" ("trainee_id", "person_id")
    WHERE "valid_to" IS NULL AND "cancelled_at" IS NULL AND "kind" = 'SUPERVISOR';

-- When that was, and the last day that it had before, stand in the history.
UPDATE "training_relation" r SET
    "cancelled_at" = coalesce((SELECT max("at") FROM "history" WHERE "aggregate_id" = r."id"), now()),
    "valid_to" = (SELECT ("state" ->> 'validTo')::date FROM "history"
        WHERE "aggregate_id" = r."id" AND "version" < r."version" ORDER BY "version" DESC LIMIT 1)
    WHERE "valid_to" < "valid_from";
UPDATE "deputyship" d SET
    "cancelled_at" = coalesce((SELECT max("at") FROM "history" WHERE "aggregate_id" = d."id"), now()),
    "valid_to" = coalesce((SELECT ("state" ->> 'validTo')::date FROM "history"
        WHERE "aggregate_id" = d."id" AND "version" < d."version" ORDER BY "version" DESC LIMIT 1), "valid_from")
    WHERE "valid_to" < "valid_from";

ALTER TABLE "training_relation" DROP CONSTRAINT "relation_period";
ALTER TABLE "training_relation" ADD CONSTRAINT "relation_period" CHECK ("valid_to" >= "valid_from");
ALTER TABLE "deputyship" DROP CONSTRAINT "deputyship_period";
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_period" CHECK ("valid_to" >= "valid_from");
