CREATE TABLE "room_beginnings" (
	"room_id" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"update" "bytea" NOT NULL,
	"replaced_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "room_beginnings" ADD CONSTRAINT "room_beginnings_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;