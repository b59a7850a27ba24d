print("templates")
