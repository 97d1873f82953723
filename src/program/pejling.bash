# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for pejling

_pejling()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local commands='new import run check explain compare join doctor help'
    local options
    COMPREPLY=()
    case $before in
    --edition) mapfile -t COMPREPLY < <(compgen -W 'delt intern' -- "$word") && return ;;
    --split) mapfile -t COMPREPLY < <(compgen -W 'kommune' -- "$word") && return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W 'da en' -- "$word") && return ;;
    -o | --output | --to | --verify) mapfile -t COMPREPLY < <(compgen -d -- "$word") && return ;;
    --map) mapfile -t COMPREPLY < <(compgen -f -- "$word") && return ;;
    esac
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "$commands --version --help" -- "$word")
        return
    fi
    case ${COMP_WORDS[1]} in
    new) options='--lang' ;;
    import) options='--to --map --split -o --lang' ;;
    run) options='-o --edition --lang --keep-going --strict --pdf --summary --verify' ;;
    check) options='--lang --keep-going --strict' ;;
    explain) options='--edition --lang --keep-going --strict' ;;
    compare) options='-o --lang --strict' ;;
    join) options='-o --lang' ;;
    doctor) options='--lang --strict' ;;
    help) mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word") && return ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
    elif [[ ${COMP_WORDS[1]} == import ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -d -- "$word")
    fi
}
complete -o filenames -F _pejling pejling
