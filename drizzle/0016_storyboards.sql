ALTER TABLE "boards" ADD COLUMN "pen_holder" text;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "pen_asked_by" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_pen_holder_members_id_fk" FOREIGN KEY ("pen_holder") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;