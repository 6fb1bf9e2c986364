# as: tests/lint/bad.py; finds: 1
# A script without a licence.
