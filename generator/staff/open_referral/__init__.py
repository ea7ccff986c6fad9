"""Another office's feed of Open Referral -> its services, in fields of ours; nothing in it is taken on trust."""
