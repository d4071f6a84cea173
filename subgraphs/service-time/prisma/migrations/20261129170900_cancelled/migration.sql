-- A relation or deputyship that was cancelled counts on no day: of it no more than its id is kept, and the version that
-- said so. Until now it was kept as one that ends before it begins.
CREATE TABLE "directory_cancelled" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "directory_cancelled_pkey" PRIMARY KEY ("id")
);

INSERT INTO "directory_cancelled" ("id", "version")
    SELECT "id", "version" FROM "relation" WHERE "valid_to" < "valid_from"
    UNION ALL SELECT "id", "version" FROM "deputyship" WHERE "valid_to" < "valid_from";
DELETE FROM "relation" WHERE "valid_to" < "valid_from";
DELETE FROM "deputyship" WHERE "valid_to" < "valid_from";
ALTER TABLE "relation" ADD CONSTRAINT "relation_period" CHECK ("valid_to" >= "valid_from");
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_period" CHECK ("valid_to" >= "valid_from");
