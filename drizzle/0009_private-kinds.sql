DROP INDEX "rooms_member";--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "kind" text;--> statement-breakpoint
UPDATE "rooms" SET "kind" = 'pile' WHERE "member_id" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_member" ON "rooms" USING btree ("member_id","kind") WHERE "rooms"."retired_at" is null;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_private_kind" CHECK (("rooms"."member_id" is null) = ("rooms"."kind" is null));