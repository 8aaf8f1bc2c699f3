ALTER TABLE "boards" ADD COLUMN "kind" text DEFAULT 'wall' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "actor_id" text;