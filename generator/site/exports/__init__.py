"""An edition -> downloads for machines: Open Referral, CSV and JSON-LD will stand here. Nothing is written yet."""
